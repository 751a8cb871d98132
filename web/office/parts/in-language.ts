import type { Language } from './format.ts'

/** A place with the name that its reader can read. */
export function inLanguage<Place extends { name: string; nameEn: string }>(place: Place, language: Language): Place {
  return language === 'en' ? { ...place, name: place.nameEn } : place
}
