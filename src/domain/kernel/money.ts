/** An amount in minor units (centavos) of an ISO 4217 currency. Always an integer: money is never a fraction. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}
