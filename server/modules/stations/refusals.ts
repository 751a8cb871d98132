import { refusal } from '../../kernel/errors.ts'

export const unknownStation = refusal('stations.unknown', 404, 'There is no such station')
export const alreadyServed = refusal<{ divisionCode: string }>(
  'stations.already_served',
  409,
  'This division already has an open station',
)
export const alreadyClosed = refusal('stations.already_closed', 409, 'This station is closed already')
export const noStationHere = refusal(
  'stations.no_station_here',
  422,
  'Stations stand in counties, townships and villages only',
)
export const opensLater = refusal('stations.opens_later', 422, 'A station cannot open after today')
