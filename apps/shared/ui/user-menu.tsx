import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { chooseLanguage, type Language, languageNames, useLanguage } from '../words/language.ts'
import { Button } from './button.tsx'
import { Menu } from './menu.tsx'
import { chooseTheme, themeChoices, useTheme } from './theme.ts'

export type UserMenuProps = {
  name: string
  /** A role or an organisation. */
  detail?: string
  languages: readonly Language[]
  onSignOut: () => void
}

/** Who is signed in, how they like to see and read, and the way out. */
export function UserMenu({ name, detail, languages, onSignOut }: UserMenuProps) {
  const words = useWords(commonWords)
  const theme = useTheme()
  const language = useLanguage()
  return (
    <Menu
      label={name}
      trigger={
        <Button kind="quiet" icon="user">
          {name}
        </Button>
      }
      sections={[
        {
          title: words('theme.title'),
          entries: themeChoices.map((choice) => ({
            id: choice,
            title: words(`theme.${choice}`),
            isChosen: choice === theme,
            run: () => chooseTheme(choice),
          })),
        },
        {
          title: words('language'),
          entries: languages.map((choice) => ({
            id: choice,
            title: languageNames[choice],
            isChosen: choice === language,
            run: () => chooseLanguage(choice),
          })),
        },
        {
          title: detail ? `${name} · ${detail}` : name,
          entries: [{ id: 'sign-out', title: words('signOut'), icon: 'signOut', run: onSignOut }],
        },
      ]}
    />
  )
}
