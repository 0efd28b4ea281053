import { Icon, iconNames } from '../shared/ui/icon.tsx'

const sizes = ['2xl', 'xl', 'l', 'm', 's']
const spaces = [1, 2, 3, 4, 5, 6, 7]

export function TypeScale() {
  return (
    <div className="stack">
      {sizes.map((size) => (
        <p key={size} style={{ fontSize: `var(--text-${size})` }}>
          <span className="token">--text-{size}</span> Waar kan ik terecht met mijn vraag?
        </p>
      ))}
      <p>
        Gewone tekst met een <a href="#type">koppeling</a>, <strong>nadruk</strong> en cijfers die
        gelijk breed zijn: <span className="ui-figures">0123456789, 11:11, 08:48</span>.
      </p>
    </div>
  )
}

export function SpaceScale() {
  return (
    <ul className="stack">
      {spaces.map((step) => (
        <li key={step} className="space-row">
          <span className="token">--space-{step}</span>
          <span className="space-bar" style={{ inlineSize: `var(--space-${step})` }} />
        </li>
      ))}
    </ul>
  )
}

export function Icons() {
  return (
    <ul className="icons">
      {iconNames.map((name) => (
        <li key={name}>
          <Icon name={name} /> {name}
        </li>
      ))}
    </ul>
  )
}
