import { describe, expect, it } from '@jest/globals';
import { createRandom, type Random } from '../../../src/jobs/simulate/random.js';

const many = 20_000;
const draws = (draw: (random: Random) => number) => {
  const random = createRandom('draws');
  return Array.from({ length: many }, () => draw(random)).sort((a, b) => a - b);
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const at = (values: readonly number[], share: number) => values[Math.floor(values.length * share)] ?? NaN;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe('random numbers of a workload', () => {
  it('are the same for the same names, and others for others', () => {
    const first = (...names: readonly string[]) => createRandom(...names).share();
    expect(first('a', 'b')).toBe(first('a', 'b'));
    expect(new Set([first('a', 'b'), first('ab'), first('b', 'a'), first('a')]).size).toBe(4);
  });

  it('fit what was measured: repair times with 80 of 100 in a day and 90 in two', () => {
    const hours = draws((random) => random.logNormal(1.852, 1.576));
    expect(at(hours, 0.5)).toBeCloseTo(6.4, 0);
    expect(at(hours, 0.8)).toBeGreaterThan(22);
    expect(at(hours, 0.8)).toBeLessThan(26);
    expect(Math.abs(at(hours, 0.9) - 48)).toBeLessThan(5);
  });

  it('have the mean and the spread of their distributions', () => {
    const gamma = draws((random) => random.gammaFactor(12));
    expect(mean(gamma)).toBeCloseTo(1, 1);
    expect(variance(gamma)).toBeCloseTo(1 / 12, 1);
    const poisson = draws((random) => random.poisson(4.8));
    expect(Math.abs(mean(poisson) - 4.8)).toBeLessThan(0.1);
    expect(Math.abs(variance(poisson) - 4.8)).toBeLessThan(0.3);
    expect(mean(draws((random) => random.exponential()))).toBeCloseTo(1, 1);
  });

  it('choose by weight, and never what has none', () => {
    const random = createRandom('weights');
    const counts = { a: 0, b: 0, c: 0 };
    for (let n = 0; n < many; n += 1) counts[random.weighted({ a: 3, b: 1, c: 0 })] += 1;
    expect(counts.c).toBe(0);
    expect(Math.abs(counts.a / many - 0.75)).toBeLessThan(0.02);
  });
});
