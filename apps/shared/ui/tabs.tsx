import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export type TabsProps<Id extends string> = {
  label: string
  tabs: readonly { id: Id; title: ReactNode; content: ReactNode; isDisabled?: boolean }[]
  value?: Id
  onChange?: (id: Id) => void
}

/** Views of the same thing, one at a time. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) {
  return (
    <AriaTabs
      className="ui-tabs"
      {...(value === undefined ? {} : { selectedKey: value })}
      onSelectionChange={(key) => {
        const chosen = tabs.find(({ id }) => id === key)
        if (chosen) onChange?.(chosen.id)
      }}
    >
      <TabList aria-label={label} className="ui-tab-list">
        {tabs.map(({ id, title, isDisabled }) => (
          <Tab key={id} id={id} isDisabled={isDisabled ?? false} className="ui-tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="ui-tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
