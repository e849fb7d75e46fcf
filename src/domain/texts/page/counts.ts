/** `12,345` */
export const written = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/gu, ',');
