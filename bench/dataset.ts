import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../server/kernel/config.ts'

export interface BenchProduct {
  n: number
  title: string
  handle: string
  /** 0 to 9, one per crop. */
  category: number
  description: string
  variants: { title: string; sku: string; fen: number }[]
  stock: number
}

/** What every shop under test sells: 1,000 products of two packages each, and one of which there are only 100. */
export interface Dataset {
  products: BenchProduct[]
  limited: { title: string; handle: string; sku: string; fen: number; stock: number }
  searchTerms: string[]
  /** Where it comes from, said with the figures. */
  source: 'referee' | 'generated'
}

const refereeFile = join(root, '../shared/benchmarks/commerce/dataset.mjs')

/** The referee's goods where they are at hand, otherwise a set of the same shape. */
export async function loadDataset(): Promise<Dataset> {
  if (!existsSync(refereeFile)) return generated()
  const { PRODUCTS, LIMITED, SEARCH_TERMS } = await import(pathToFileURL(refereeFile).href)
  return { products: PRODUCTS, limited: LIMITED, searchTerms: SEARCH_TERMS, source: 'referee' }
}

const places = ['Yangshan 阳山', 'Dongting 洞庭', 'Gaoyou 高邮', 'Xuyi 盱眙', 'Sheyang 射阳', 'Fengxian 丰县']
const otherPlaces = ['Liyang 溧阳', 'Jurong 句容', 'Rugao 如皋', 'Shuyang 沭阳']
const crops = ['honey peach 水蜜桃', 'biluochun tea 碧螺春茶', 'salted duck egg 咸鸭蛋', 'crayfish 小龙虾', 'rice 大米']
const otherCrops = [
  'apple 苹果',
  'white celery 白芹',
  'strawberry 草莓',
  'cured ham 黑猪火腿',
  'rose seedling 月季花苗',
]

function generated(): Dataset {
  const products = Array.from({ length: 1000 }, (_, n) => {
    const category = Math.floor(n / 10) % 10
    const [latin = '', chinese = ''] = [...places, ...otherPlaces][n % 10]?.split(' ') ?? []
    const crop = [...crops, ...otherCrops][category] ?? ''
    const [, english = '', name = ''] = /^(.*) (\S+)$/.exec(crop) ?? []
    return {
      n,
      title: `${latin} ${english} no.${n} ${chinese}${name}`,
      handle: `p-${n}`,
      category,
      description: `${chinese}${name}，产地直供。From ${latin}: ${english}, batch ${n}. `.repeat(4),
      variants: [
        { title: '500g', sku: `SKU-${n}-A`, fen: 1990 + (n % 50) * 100 },
        { title: '1kg', sku: `SKU-${n}-B`, fen: 3690 + (n % 50) * 100 },
      ],
      stock: 1_000_000,
    }
  })
  return {
    products,
    limited: { title: 'Limited gift box 限量礼盒', handle: 'limited', sku: 'LIMITED-1', fen: 9900, stock: 100 },
    searchTerms: ['peach', 'tea', 'crayfish', 'Yangshan', 'rice', 'strawberry', 'Gaoyou', 'ham'],
    source: 'generated',
  }
}
