export interface Carrier {
  code: string
  name: string
  nameEn: string
  /** How its waybill numbers usually look: a hint against typing errors, never a reason to refuse. */
  looksLike?: RegExp
}

/** Those who carry parcels from Jiangsu's villages. The last one is the store itself. */
export const carriers: readonly Carrier[] = [
  { code: 'sf', name: '顺丰速运', nameEn: 'SF Express', looksLike: /^(SF\d{12,13}|\d{12})$/ },
  { code: 'zto', name: '中通快递', nameEn: 'ZTO Express', looksLike: /^(7\d{11,14}|\d{12})$/ },
  { code: 'yto', name: '圆通速递', nameEn: 'YTO Express', looksLike: /^(YT\d{13}|[A-Z]\d{9,11}|\d{10,13})$/ },
  { code: 'yunda', name: '韵达快递', nameEn: 'Yunda Express', looksLike: /^\d{13,15}$/ },
  { code: 'jt', name: '极兔速递', nameEn: 'J&T Express', looksLike: /^JT\d{13}$/ },
  { code: 'ems', name: '邮政 EMS', nameEn: 'China Post EMS', looksLike: /^([A-Z]{2}\d{9}CN|\d{13})$/ },
  { code: 'jd', name: '京东快递', nameEn: 'JD Logistics', looksLike: /^JD[A-Z0-9]{10,18}$/ },
  { code: 'self', name: '店家自己送', nameEn: 'Delivered by the store' },
]

const byName = new Map(
  carriers.flatMap((carrier) => [carrier.code, carrier.name].map((key) => [key, carrier] as const)),
)

/** A carrier by its code or Chinese name. */
export function findCarrier(codeOrName: string): Carrier | undefined {
  return byName.get(codeOrName)
}

/** The Chinese name for a code; a code we do not know stays as it is. */
export function carrierName(code: string): string {
  return byName.get(code)?.name ?? code
}

/** A waybill number as it is kept: without the blanks and dashes people type, in capitals. */
export function tidyWaybill(number: string): string {
  return number.replace(/[\s-]/g, '').toUpperCase()
}

/** Does the number look like this carrier's? */
export function looksRight(carrier: Carrier, waybill: string): boolean {
  return carrier.looksLike?.test(waybill) ?? true
}
