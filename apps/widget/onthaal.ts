import { readSettings } from './settings.ts'
import { Widget } from './widget.ts'

// The script tag is known only while the script runs for the first time.
const script = document.currentScript

function begin(): void {
  if (!(script instanceof HTMLScriptElement) || document.querySelector('onthaal-contact')) return
  new Widget(readSettings(script, document.documentElement.lang)).mount()
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin)
else begin()
