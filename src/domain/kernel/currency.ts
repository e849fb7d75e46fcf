/**
 * The currencies of ISO 4217 that are in use (list one, without metals and test codes), by the digits of their minor unit. As
 * data, since what a machine knows of currencies changes with its tables.
 */
const byDigits = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: [
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW',
    'CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR',
    'ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV',
    'MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD',
    'SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  ].join(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
} as const;

const digits: ReadonlyMap<string, number> = new Map(
  Object.entries(byDigits).flatMap(([count, codes]) =>
    codes.split(' ').map((code): readonly [string, number] => [code, Number(count)]),
  ),
);

/** Whether this is the code of a currency that is in use (ISO 4217), such as `MXN`. */
export const isCurrency = (code: string): boolean => digits.has(code);

/** How many digits the minor unit of a currency has; of a code that is none, two. */
export const minorDigits = (code: string): number => digits.get(code) ?? 2;
