import './reactions.ts'

export { checks } from './checks.ts'
export { type Notification, notify } from './notify.ts'
export { type Announcement, announcementsOf, publish } from './publish.ts'
export { noticesOf } from './read-notices.ts'
export { routes } from './routes.ts'
export { addWorkdays, type Calendar, isWorkday, workCalendar } from './workdays.ts'
