import { words } from './pair.ts'

export const stations = words({
  'stations.unknown': ['没有这个站点', 'There is no such station'],
  'stations.already_served': ['这里已有一个在运营的站点，请先关闭原站点', 'This division already has an open station'],
  'stations.already_closed': ['这个站点已经关闭', 'This station is closed already'],
  'stations.no_station_here': ['站点只设在县、乡镇和村', 'Stations stand in counties, townships and villages only'],
  'stations.opens_later': ['开站日期不能晚于今天', 'A station cannot open after today'],
  'stations.tier.county': ['县级电商运营服务中心', 'County e-commerce centre'],
  'stations.tier.township': ['乡镇电商服务站', 'Township station'],
  'stations.tier.village': ['村级电商综合服务站', 'Village service station'],
  'stations.kind.standard': ['标准型', 'Standard'],
  'stations.kind.specialized': ['专业型', 'Specialised'],
  'stations.kind.basic': ['简易型', 'Basic'],
  'stations.service.publicWelfare': ['公益服务', 'Public welfare'],
  'stations.service.convenience': ['便民服务', 'Convenience'],
  'stations.service.ecommerce': ['电子商务', 'E-commerce'],
  'stations.service.trainingExperience': ['培训体验', 'Training and experience'],
  'stations.closed': ['已关闭', 'Closed'],
})
