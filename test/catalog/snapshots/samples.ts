/** Small files of each shape that prices come in, with one row that must be refused where the shape allows it. */
export const samples = {
  observations: `date,provider,segment,pricing,gpu_model,sku,region,geo,gpu_count,usd_per_hour,usd_per_gpu_hour,sample_size,accelerator_id,note
2026-10-10,AWS,hyperscaler,on_demand,H100,p5.48xlarge,us-east-1,NA,8,55.04,6.88,1,nvidia-h100-sxm-80gb,
2026-10-10,Vast.ai,marketplace,on_demand,H100,median-offer,global,Global,1,4,4,12,nvidia-h100-sxm-80gb,median of offers
2026-10-10,RunPod Secure Cloud,neocloud,on_demand,B300,NVIDIA B300 MIG 1g.34gb,global,Global,1,0.5,0.5,1,,MIG slice
2026-09-05,GCP,,12mo,A100,Commitment v1: Nvidia Tesla A100 80GB GPU running in Americas for 1 Year,us-central1,,,,3.4811,,nvidia-a100-sxm-80gb,"GPU part only, without vCPU and memory"
`,
  raw: `gpu_type,provider,price_tier,per_gpu_hourly_usd,total_hourly_usd,region,gpu_count,sku,fetched_at
A100,Azure,36mo,2.1264,17.0109,eastus,8,Standard_ND96amsr_A100_v4,2026-09-05T10:17:20+00:00
H100 SXM,RunPod,on_demand,3.29,,global,,NVIDIA H100 80GB HBM3,2026-09-05T10:17:20+00:00
H100 SXM,RunPod,36mo,2.99,,global,,NVIDIA H100 80GB HBM3,2026-09-05T10:17:20+00:00
A100,GCP,12mo,1.8462,,us-central1,,Nvidia Tesla A100 80GB GPU attached to DWS Defined Duration VMs running in Americas,2026-09-05T10:17:20+00:00
`,
  skypilot: `InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,GpuInfo,Price,SpotPrice,Region,AvailabilityZone
p5.48xlarge,H100,8.0,192,2048,"{'Gpus': [{'MemoryInfo': {'SizeInMiB': 81920}}]}",55.04,20.5,us-east-1,us-east-1a
p5.48xlarge,H100,8.0,192,2048,"{'Gpus': [{'MemoryInfo': {'SizeInMiB': 81920}}]}",55.04,21.5,us-east-1,us-east-1b
x9.metal,H100,8.0,192,2048,"{'Gpus': [{'MemoryInfo': {'SizeInMiB': 81920}}]}",10,10,us-east-1,us-east-1b
`,
  karpenterGo: `package pricing

// generated at 2026-11-02T13:23:24Z for us-east-1

var InitialOnDemandPricesAWS = map[string]map[ec2types.InstanceType]float64{
	// us-east-1
	"us-east-1": {
		// p5 family
		"p5.48xlarge": 54.000000, "m1.large": 0.175000,
	},
}
`,
  karpenterAzureGo: `package pricing

// generated at 2026-11-03T14:34:50Z

var initialOnDemandPrices = map[string]map[string]float64{}

func init() {
	// eastus
	initialOnDemandPrices["eastus"] = map[string]float64{
		"Standard_ND96isr_H100_v5": 98.320000,
	}
}
`,
  karpenterJson: JSON.stringify({
    updated: "2026-11-04",
    prices: {
      "us-central1": {
        on_demand: { "a3-highgpu-8g": 88.49, "n2-highmem-4": 0.2 },
        spot: { "a3-highgpu-8g": 50.3 },
      },
    },
  }),
  genaiPrices: JSON.stringify([
    {
      id: "deepinfra",
      models: [
        { id: "meta-llama/Llama-3.1-70B-Instruct", prices: { input_mtok: 0.4, output_mtok: 0.5 } },
        { id: "secret-model", prices: { input_mtok: 1, output_mtok: 2 } },
        { id: "no-output", prices: { input_mtok: 1 } },
      ],
    },
  ]),
  modelsDev: JSON.stringify({
    deepinfra: {
      models: {
        "meta-llama/Llama-3.1-70B-Instruct": { cost: { input: 0.4, output: 0.5, cache_read: 0.1 } },
        "not-priced": { cost: {} },
      },
    },
  }),
  litellm: JSON.stringify({
    sample_spec: { input_cost_per_token: 0, litellm_provider: "one of the providers" },
    "deepinfra/meta-llama/Llama-3.1-70B-Instruct": {
      input_cost_per_token: 4e-7,
      output_cost_per_token: 5e-7,
      litellm_provider: "deepinfra",
    },
  }),
};
