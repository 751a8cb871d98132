import pg from 'pg'
import { importDivisions } from '../modules/divisions/index.ts'
import { connect } from './db.ts'
import { migrate } from './migrate.ts'

/** The name of the database that every test database is copied from. */
export const templateName = 'yicun_template'
/** One copy on which all rolled-back tests run: PostgreSQL copies a template only while nobody is connected to it. */
export const sharedName = 'yicun_shared'

/** Makes the template once per test run: all migrations, and the real divisions. */
export async function prepareTemplate(url: string): Promise<string> {
  await onServer(url, (name) => `drop database if exists ${name} with (force)`, templateName, sharedName)
  await onServer(url, (name) => `create database ${name} encoding 'UTF8' template template0`, templateName)
  const template = inDatabase(url, templateName)
  await migrate(template)
  const { db, close } = connect(template, 2)
  await importDivisions(db)
  await close()
  await onServer(url, (name) => `create database ${name} template ${templateName}`, sharedName)
  return template
}

async function onServer(url: string, statement: (name: string) => string, ...names: string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  for (const name of names) await admin.query(statement(name))
  await admin.end()
}

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
