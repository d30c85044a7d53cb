import { Prose, Q } from "./prose";

/** How an answer comes about, from the model's record to the cost of a token. */
export function ModelProse() {
  return (
    <div className="grid max-w-5xl gap-x-10 gap-y-5 md:grid-cols-2">
      <Prose title="A model becomes operators">
        <p>
          A model's record lists its layers. Each kind of layer turns into a few operators: matrix products,
          attention over a cache, experts, work on rows, and exchange between accelerators. An operator knows
          its operations and its bytes, and how often it runs in one pass.
        </p>
      </Prose>
      <Prose title="One law for every operator">
        <p>
          An operator needs time to compute and time to move bytes. The two overlap, but not fully: the
          planner takes their p-norm, (computeᵖ + memoryᵖ)^(1/p) with p = <Q id="kneeOrder" />. Far from the
          knee it is the plain roofline; near it both count. The rates are the datasheet's, times the share
          that kernels of that architecture reach. A fixed latency for each launch comes on top. See{" "}
          <Q id="operatorTime" />.
        </p>
      </Prose>
      <Prose title="Three kinds of step">
        <p>
          A server works in steps. A decode step gives every running sequence one token (<Q id="stepTime" />{" "}
          summed over the operators). A mixed step also carries a chunk of a prompt, and what that adds is the
          price of the prompt: answers wait while prompts are read (<Q id="interleavedTpot" />
          ). Static batches and prompt pools use steps with prompts alone.
        </p>
      </Prose>
      <Prose title="The steady state is found, not assumed">
        <p>
          With a fixed number of requests in flight, those past their first token decode together. How many
          that is depends on the times, and the times on how many: by Little's law the two must agree. The
          planner repeats <Q id="nextBatch" /> with a secant step until they do. Memory caps the batch at{" "}
          <Q id="rankCapacity" />; requests beyond it wait, which shows in <Q id="ttft" />.
        </p>
      </Prose>
      <Prose title="A benchmark's first token is not the traffic's">
        <p>
          <Q id="ttft" /> and <Q id="requestLatency" /> are fitted on published benchmarks: as many clients as
          are in flight start together and ask again at once, so that their prompts come in bunches and wait
          for one another. Requests of people come at times of their own. Where a traffic is asked for, the
          server's scheduler is simulated event by event with drawn lengths and arrivals, each step timed by
          the formulas; goals are held against what its requests wait, at the mean as at a percentile. Its
          range is the benchmark's, which the same steps share, widened by the sampling error.
        </p>
      </Prose>
      <Prose title="Cost follows effort">
        <p>
          Accelerators are paid by the hour, whatever they do. The cost is divided over input and output
          tokens by the replica time that one more of each would take, so that all tokens together pay for
          everything (<Q id="effortPrice" />
          ).
        </p>
      </Prose>
      <Prose title="What the searches approximate">
        <p>
          The batch of the steady state may be a fraction: it is a mean over time. Lengths are means, not
          distributions. A drafting pass is timed at two batches and taken as linear between them. The largest
          batch under a goal is found by bisection, as both times grow with the load.
        </p>
      </Prose>
    </div>
  );
}
