import { input } from "@/lib/formula";

/** What a managed API's cost and limits are given: an option without machines, whose price is of its tokens. */

export const apiInputPrice = input("USD/tok", "Price of input that the provider reads anew");
export const apiCachedPrice = input("USD/tok", "Price of input in the provider's cache");
export const apiOutputPrice = input("USD/tok", "Price of output");
export const apiRead = input("tok", "Tokens read, of a request or of a month");
export const apiWritten = input("tok", "Tokens written, of the same");
export const apiCachedShare = input("1", "Share of what is read that the cache holds");
export const apiBatchShare = input("1", "Share of the requests that may wait for a batch");
export const apiBatchDiscount = input("1", "What the provider takes off for a batch");

// What one account may ask, and what is asked.
export const apiPeak = input("1/s", "Requests per second in the busiest hour");
export const apiRequestRead = input("tok", "Tokens that a request reads");
export const apiRequestWritten = input("tok", "Tokens that a request is answered with");
export const apiRequestLimit = input("1/s", "Requests that one account may ask, zero where it is not known");
export const apiTokenLimit = input("tok/s", "Tokens that one account may ask, zero where it is not known");
export const apiOutputLimit = input(
  "tok/s",
  "Tokens that one account is answered with, zero where it is not known",
);
