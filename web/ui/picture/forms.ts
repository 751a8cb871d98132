import type { Art } from './art/art.ts'
import { bean } from './art/field/bean.ts'
import { caltrop } from './art/field/caltrop.ts'
import { corn } from './art/field/corn.ts'
import { cucumber } from './art/field/cucumber.ts'
import { eggplant } from './art/field/eggplant.ts'
import { greens } from './art/field/greens.ts'
import { lotusPod } from './art/field/lotus-pod.ts'
import { peanut } from './art/field/peanut.ts'
import { pepper } from './art/field/pepper.ts'
import { rice } from './art/field/rice.ts'
import { scallion } from './art/field/scallion.ts'
import { tea } from './art/field/tea.ts'
import { tomato } from './art/field/tomato.ts'
import { wheat } from './art/field/wheat.ts'
import { apple } from './art/fruit/apple.ts'
import { bayberry } from './art/fruit/bayberry.ts'
import { cherry } from './art/fruit/cherry.ts'
import { citrus } from './art/fruit/citrus.ts'
import { grape } from './art/fruit/grape.ts'
import { jujube } from './art/fruit/jujube.ts'
import { loquat } from './art/fruit/loquat.ts'
import { peach } from './art/fruit/peach.ts'
import { pear } from './art/fruit/pear.ts'
import { strawberry } from './art/fruit/strawberry.ts'
import { watermelon } from './art/fruit/watermelon.ts'
import { basket } from './art/pantry/basket.ts'
import { bonsai } from './art/pantry/bonsai.ts'
import { bottle } from './art/pantry/bottle.ts'
import { brush } from './art/pantry/brush.ts'
import { chrysanthemum } from './art/pantry/chrysanthemum.ts'
import { cloth } from './art/pantry/cloth.ts'
import { honey } from './art/pantry/honey.ts'
import { jar } from './art/pantry/jar.ts'
import { noodle } from './art/pantry/noodle.ts'
import { pastry } from './art/pantry/pastry.ts'
import { rose } from './art/pantry/rose.ts'
import { tofu } from './art/pantry/tofu.ts'
import { chestnut } from './art/roots/chestnut.ts'
import { garlic } from './art/roots/garlic.ts'
import { ginger } from './art/roots/ginger.ts'
import { ginkgo } from './art/roots/ginkgo.ts'
import { lilyBulb } from './art/roots/lily-bulb.ts'
import { lotusRoot } from './art/roots/lotus-root.ts'
import { mushroom } from './art/roots/mushroom.ts'
import { needleMushroom } from './art/roots/needle-mushroom.ts'
import { onion } from './art/roots/onion.ts'
import { radish } from './art/roots/radish.ts'
import { sweetPotato } from './art/roots/sweet-potato.ts'
import { taro } from './art/roots/taro.ts'
import { yam } from './art/roots/yam.ts'
import { crab } from './art/water/crab.ts'
import { crayfish } from './art/water/crayfish.ts'
import { fish } from './art/water/fish.ts'
import { puffer } from './art/water/puffer.ts'
import { seaweed } from './art/water/seaweed.ts'
import { shell } from './art/water/shell.ts'
import { shrimp } from './art/water/shrimp.ts'
import { turtle } from './art/water/turtle.ts'
import { cocoon } from './art/yard/cocoon.ts'
import { duck } from './art/yard/duck.ts'
import { egg } from './art/yard/egg.ts'
import { goat } from './art/yard/goat.ts'
import { goose } from './art/yard/goose.ts'
import { ham } from './art/yard/ham.ts'
import { hen } from './art/yard/hen.ts'
import { pig } from './art/yard/pig.ts'
import { sausage } from './art/yard/sausage.ts'

const arts = {
  peach,
  pear,
  apple,
  cherry,
  jujube,
  citrus,
  loquat,
  bayberry,
  grape,
  strawberry,
  watermelon,
  crab,
  shrimp,
  crayfish,
  fish,
  puffer,
  shell,
  turtle,
  seaweed,
  tea,
  rice,
  wheat,
  corn,
  bean,
  peanut,
  greens,
  scallion,
  tomato,
  pepper,
  eggplant,
  cucumber,
  caltrop,
  lotusPod,
  lotusRoot,
  radish,
  taro,
  sweetPotato,
  yam,
  garlic,
  onion,
  ginger,
  lilyBulb,
  mushroom,
  needleMushroom,
  ginkgo,
  chestnut,
  hen,
  duck,
  goose,
  pig,
  goat,
  egg,
  ham,
  sausage,
  cocoon,
  jar,
  honey,
  bottle,
  tofu,
  noodle,
  pastry,
  cloth,
  basket,
  brush,
  chrysanthemum,
  rose,
  bonsai,
} satisfies Record<string, Art>

/** What a picture can show. */
export type PictureForm = keyof typeof arts
/** Every form there is, in a fixed order. */
export const pictureForms = Object.keys(arts) as readonly PictureForm[]

/** Whether a text names a form. */
export function isPictureForm(text: string): text is PictureForm {
  return Object.hasOwn(arts, text)
}

/** How a form is drawn. */
export function artOf(form: PictureForm): Art {
  return arts[form]
}
