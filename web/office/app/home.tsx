import { Navigate } from 'react-router'
import { seePath } from '../paths.ts'
import { useMe } from './me.tsx'

/** The first page is one's own place on the map. */
export function Home() {
  return <Navigate to={seePath(useMe().home.code)} replace />
}
