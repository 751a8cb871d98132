import { equal, ok } from 'node:assert/strict'
import ExcelJS from 'exceljs'
import { test } from 'vitest'
import { type Sheet, toCsv, toXlsx } from './sheet.ts'

const sheet: Sheet = {
  title: '销售',
  notes: ['=HYPERLINK("http://x")'],
  columns: [{ head: '名称' }, { head: '元', money: true }],
  rows: [
    ['=1+1', 12345],
    ['+86', -5],
    ['a,"b"', null],
  ],
}

test('no cell of a CSV is run as a formula, and negative money stays a number', () => {
  equal(
    toCsv(sheet).toString(),
    '\ufeff销售\r\n"\'=HYPERLINK(""http://x"")"\r\n名称,元\r\n\'=1+1,123.45\r\n\'+86,-0.05\r\n"a,""b""",\r\n',
  )
})

test('a workbook holds text as text and money as yuan', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await toXlsx(sheet)) as never)
  const [page] = book.worksheets
  ok(page)
  equal(page.getCell('A4').value, "'=1+1")
  equal(page.getCell('B4').value, 123.45)
  equal(page.getCell('A2').type, ExcelJS.ValueType.String)
})
