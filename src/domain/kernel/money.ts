/** An amount in minor units (centavos) of an ISO 4217 currency. Always an integer: money is never a fraction. */
export interface Money {
  /** Minor units, such as centavos: 39,900 is 399.00 MXN. */
  readonly amount: number;
  /** ISO 4217 code, such as `MXN`. */
  readonly currency: string;
}
