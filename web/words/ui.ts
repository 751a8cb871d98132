import { words } from './pair.ts'

/** The words inside shared parts of the screen: cards, pagers, pickers, strips. */
export const ui = words({
  'ui.skip_to_content': ['跳到正文', 'Skip to content'],
  'ui.sample_data': ['示例数据', 'Sample data'],
  'ui.sold_out': ['卖完了', 'Sold out'],
  'ui.in_season': ['正当季', 'In season'],
  'ui.search': ['搜索', 'Search'],
  'ui.next_page': ['看后面的', 'Show more'],
  'ui.first_page': ['回到开头', 'Back to the start'],
  'ui.shown': ['这一页 {count} 件', '{count} on this page'],
  'ui.less': ['少一件', 'One less'],
  'ui.more': ['多一件', 'One more'],
  'ui.quantity': ['数量', 'Quantity'],
  'ui.change_quantity': ['改数量', 'Update'],
  'ui.choose': ['请选择', 'Please choose'],
  'ui.choose_next': ['下一级', 'Next level'],
  'ui.month_in_season': ['{month} 月：上市', 'Month {month}: in season'],
  'ui.month_off_season': ['{month} 月：不上市', 'Month {month}: not in season'],
  'ui.this_month': ['本月', 'This month'],
  'ui.season_months': ['上市月份', 'Months in season'],
  'ui.all_year': ['全年上市', 'All year round'],
  'ui.step_done': ['已完成', 'Done'],
  'ui.step_now': ['正在进行', 'Now'],
  'ui.step_later': ['还没到', 'Later'],
  'ui.optional': ['可不填', 'optional'],
  'ui.map_no_data': ['没有数据', 'No data'],
  'ui.map_not_verified': ['尚未核实', 'Not yet verified'],
  'ui.error_kept': ['已保留', 'What was kept'],
  'ui.error_next': ['现在可以', 'What to do now'],
})

export type UiKey = keyof typeof ui
