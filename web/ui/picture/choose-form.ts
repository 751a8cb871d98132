import { isPictureForm, type PictureForm } from './forms.ts'

/** What a product's name says it looks like. The word that ends last decides: 龙虾香米 is rice, 红薯粉丝 is noodles. */
const byWord: Record<PictureForm, string> = {
  crab: '蟹',
  crayfish: '龙虾 小龙虾',
  shrimp: '虾 虾皮 虾球',
  puffer: '河豚 河鲀',
  fish: '鱼 鱼圆 鱼饼 刀鱼 鲫 鳙 青鱼 黄鱼 鲳',
  shell: '蛤 螺 蚌 蚬 贝 蛏 豆丹',
  turtle: '甲鱼 鳖 龟',
  seaweed: '紫菜 海带 海苔',
  peach: '桃',
  pear: '梨',
  apple: '苹果',
  grape: '葡萄 提子',
  strawberry: '草莓',
  watermelon: '西瓜 甜瓜 香瓜',
  citrus: '橘 橙 柑 柚 洞庭红 柿',
  bayberry: '杨梅 蓝莓 乌梅',
  loquat: '枇杷',
  cherry: '樱桃 车厘子',
  jujube: '枣',
  tea: '茶 碧螺春 雨花茶 毛尖 银牙茶 白茶 红茶 绿茶 长青',
  rice: '米 大米 稻',
  wheat: '麦 面粉',
  corn: '玉米',
  bean: '豆 蚕豆 赤豆 大豆 扁豆 毛豆 豌豆 黄豆 绿豆 红豆',
  peanut: '花生 花生米',
  greens: '菜 芦蒿 水芹 秧草 苔干 金菜 贡菜 莼菜 白菜 乌青菜 芹 菠菜 蘘荷',
  scallion: '葱 韭菜 韭 小葱',
  tomato: '番茄 西红柿',
  pepper: '椒 辣椒',
  eggplant: '茄 茄子',
  cucumber: '黄瓜 丝瓜 苦瓜 冬瓜 栝楼',
  caltrop: '菱 菱角',
  lotusPod: '莲子 芡实 鸡头米',
  lotusRoot: '藕 荷藕',
  radish: '萝卜 萝卜干',
  taro: '芋 芋艿 芋头 慈姑 荸荠',
  sweetPotato: '红薯 山芋 甘薯 白首乌 首乌',
  yam: '山药 笋 牛蒡',
  garlic: '蒜 大蒜',
  onion: '洋葱 葱头',
  ginger: '姜 姜片',
  lilyBulb: '百合',
  mushroom: '菇 蘑菇 香菇 木耳 平菇',
  needleMushroom: '金针菇',
  ginkgo: '银杏 白果 银杏核',
  chestnut: '板栗 栗 栗子 核桃',
  hen: '鸡 草鸡 黄鸡',
  duck: '鸭 鸭饺',
  goose: '鹅',
  pig: '猪 猪肉',
  goat: '羊 羊肉 湖羊',
  egg: '蛋 鸡蛋 鸭蛋 咸蛋',
  ham: '火腿 肉 肉脯 捆蹄 咸肉 鸡糕',
  sausage: '香肠 腊肠',
  cocoon: '茧 蚕茧 桑蚕 蚕丝 蚕',
  honey: '蜜 蜂蜜 槐花蜜',
  jar: '酱 酱菜 咸菜 盐豆子 藕粉 腐乳',
  bottle: '酒 醋 香醋 油 黄酒 白酒',
  tofu: '豆腐 豆腐干 茶干 百叶 豆干',
  noodle: '粉丝 粉皮 挂面 面条 线粉',
  pastry: '糕 大糕 酥 饼 烧饼 茶馓 绿豆饼 馓 月饼',
  cloth: '布 蓝印花布 绣品 刺绣 家纺 丝绸 云锦',
  basket: '柳编 草编 竹编 编织 篮 家具',
  brush: '毛笔 笔',
  chrysanthemum: '菊 菊花 胎菊 菊花茶',
  rose: '玫瑰 月季 榆叶梅 百合花 鲜花',
  bonsai: '盆景 盆栽 苗木 绿植',
}

const words = Object.entries(byWord).flatMap(([form, list]) =>
  list.split(' ').map((word) => ({ word, form: form as PictureForm })),
)

/** Words that only name a kind, for products whose name says nothing. */
const byKind: Record<string, PictureForm> = {
  leafy: 'greens',
  root: 'radish',
  berry: 'bayberry',
  flower: 'rose',
  nut: 'chestnut',
  sauce: 'jar',
  cake: 'pastry',
  craft: 'basket',
  sheep: 'goat',
  shrub: 'bonsai',
}

/** Chooses the drawing for a product from its name, or else from its category's form. */
export function formFor(kind: string, name: string): PictureForm {
  let [best, end, length]: [PictureForm | undefined, number, number] = [undefined, 0, 0]
  for (const { word, form } of words) {
    const at = name.lastIndexOf(word)
    if (at < 0) continue
    const reach = at + word.length
    if (reach > end || (reach === end && word.length > length)) [best, end, length] = [form, reach, word.length]
  }
  return best ?? (isPictureForm(kind) ? kind : (byKind[kind] ?? 'basket'))
}
