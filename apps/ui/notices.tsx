import { Banner } from '../shared/ui/banner.tsx'
import { Button } from '../shared/ui/button.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { ErrorState } from '../shared/ui/error-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { toast } from '../shared/ui/toast.tsx'

export function Notices() {
  return (
    <div className="stack">
      <Banner tone="info" title="Het premieloket ligt stil.">
        Verwijs niet naar het loket; zeg dat er vanaf morgen weer aanvragen mogelijk zijn.
      </Banner>
      <Banner tone="ok">De verbinding is er weer.</Banner>
      <Banner tone="warn" actions={<Button>Nieuwe berichten tonen</Button>}>
        Er kwamen twee berichten bij terwijl u typte.
      </Banner>
      <Banner tone="danger" title="De verbinding is weg.">
        We blijven proberen; wat u typt, blijft bewaard.
      </Banner>
      <div className="row">
        <Button onPress={() => toast({ text: 'Het gesprek is afgerond.' })}>Melding</Button>
        <Button
          onPress={() =>
            toast({
              text: 'Vraag verwijderd.',
              undo: () => toast({ text: 'Vraag terug.', tone: 'info' }),
            })
          }
        >
          Melding met terugweg
        </Button>
      </div>
      <div className="grid">
        <EmptyState icon="chat" title="Niemand wacht">
          Zodra iemand een gesprek begint, staat het hier.
        </EmptyState>
        <ErrorState number="7F3K-20M" onRetry={() => toast({ text: 'Opnieuw geprobeerd.' })} />
        <Loading />
      </div>
    </div>
  )
}
