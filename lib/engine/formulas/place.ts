import { formula } from "@/lib/formula";
import { buildingFactor, carbonIntensity, electricityPrice } from "../inputs";
import { energyPerToken, monthlyEnergy } from "./energy";

/** What the building draws from the grid where the machines stand, what that costs and emits. */

export const gridEnergyPerToken = formula(
  "J/tok",
  "Energy from the grid per token, cooling and losses included",
)`${energyPerToken} * ${buildingFactor}`;

export const electricityPerToken = formula(
  "USD/tok",
  "Electricity per token, paid apart where the hardware is owned",
)`${gridEnergyPerToken} * ${electricityPrice}`;

export const emissionsPerToken = formula(
  "kgCO2e/tok",
  "Greenhouse gases per token of the electricity",
)`${gridEnergyPerToken} * ${carbonIntensity}`;

export const monthlyGridEnergy = formula(
  "J",
  "Energy from the grid per month",
)`${monthlyEnergy} * ${buildingFactor}`;

export const monthlyElectricity = formula(
  "USD",
  "Electricity per month",
)`${monthlyGridEnergy} * ${electricityPrice}`;

export const monthlyEmissions = formula(
  "kgCO2e",
  "Greenhouse gases per month of the electricity",
)`${monthlyGridEnergy} * ${carbonIntensity}`;
