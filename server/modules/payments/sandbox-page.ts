import { langOf } from '../../../web/ui/named.tsx'
import type { Say } from '../../../web/words/words.ts'
import { yuan } from '../../kernel/money.ts'
import type { PayLink } from './sandbox.ts'

/** The sandbox's own page: plain, needs no script, and can be taken for nothing but a sandbox. */
export function sandboxPage(say: Say, language: 'zh' | 'en', nonce: string, action: string, link: PayLink): string {
  const lang = langOf(link.subject, language) ? ' lang="zh-CN"' : ''
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${say('payments.sandbox_title')}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main class="sandbox card">
<p class="sandbox-mark" role="note">${say('payments.sandbox_mark')}</p>
<h1>${say('payments.sandbox_title')}</h1>
<p>${say('payments.sandbox_explains')}</p>
<dl>
<dt>${say('payments.sandbox_for')}</dt><dd${lang}>${escape(link.subject)}</dd>
<dt>${say('payments.sandbox_channel')}</dt><dd>${say(`payments.channel_${link.channel}`)}</dd>
<dt>${say('payments.sandbox_amount')}</dt><dd class="price">${yuan(link.amount)}</dd>
</dl>
<form method="post" action="${escape(action)}">
<button class="button primary" name="action" value="pay">${say('payments.sandbox_pay', { amount: yuan(link.amount) })}</button>
<button class="button" name="action" value="later">${say('payments.sandbox_later')}</button>
<button class="button quiet" name="action" value="cancel">${say('payments.sandbox_cancel')}</button>
</form>
</main>
</body>
</html>`
}

// The market's colours and sizes, in place, so that the page stands by itself as a provider's page does.
const style = `
:root{--paper:#fbf9f4;--card:#fff;--line:#e4ded0;--ink:#1f2a24;--ink-soft:#55625a;--persimmon:#b8471b;--straw:#efe4c6}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.6 "PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif}
.sandbox{max-width:440px;margin:24px auto;padding:24px;background:var(--card);border:1px solid var(--line);border-radius:6px;box-sizing:border-box}
.sandbox-mark{margin:-24px -24px 24px;padding:12px 24px;background:var(--straw);border-bottom:4px dashed var(--persimmon);border-radius:6px 6px 0 0;font-size:22px;font-weight:700;text-align:center}
h1{font-size:22px;margin:0 0 8px}p{margin:0 0 16px}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:0 0 24px}dt{color:var(--ink-soft)}dd{margin:0;overflow-wrap:anywhere}
.price{font-size:28px;font-variant-numeric:tabular-nums;line-height:1.3}
form{display:grid;gap:12px}
.button{min-height:60px;padding:8px 16px;border:1px solid var(--ink-soft);border-radius:6px;background:var(--card);color:var(--ink);font:inherit;cursor:pointer}
.primary{background:var(--persimmon);border-color:var(--persimmon);color:#fff;font-weight:700}.quiet{border-color:transparent;text-decoration:underline}
.button:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
@media (max-width:480px){.sandbox{margin:0;border:0;border-radius:0;min-height:100vh}.sandbox-mark{border-radius:0}}`

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
