import { EVERYTHING, type KindName, kinds, type Value } from '../server/modules/clients/index.ts'
import { cannedAnswers } from './canned-answers.ts'
import { departments } from './departments.ts'
import { dangerWords, emergencyNumbers } from './emergency.ts'
import { townIds } from './ids.ts'
import { type Line, lines } from './lines.ts'
import { operators } from './operators.ts'
import { type QueueSettings, queues } from './queues.ts'
import { themes } from './themes.ts'

/** The town's data as the first version of every setting. */
export type FirstVersion = {
  kind: KindName
  subject: string
  value: unknown
  public: boolean
  line: string | null
  department: string | null
}

/** All first versions. Throws ZodError when the town's data has not the shape of its kind. */
export function firstVersions(): FirstVersion[] {
  return [
    ...operators.map(({ code, name }) =>
      version('operator', townIds.operator(code), { v: 1, name }),
    ),
    ...departments.map(({ code, name, website, contactPoints }) =>
      version('department', townIds.department(code), { v: 1, name, website, contactPoints }),
    ),
    ...themes.map(({ code, name, keywords }) =>
      version('theme', townIds.theme(code), { v: 1, name, description: null, keywords }),
    ),
    ...lines.flatMap(ofLine),
    ...queues.map((queue) =>
      version('queue', townIds.queue(queue.code), queueValue(queue), townIds.line(queue.line)),
    ),
    version('emergencyNumbers', EVERYTHING, { v: 1, numbers: emergencyNumbers }),
    version('dangerWords', EVERYTHING, { v: 1, words: dangerWords }),
  ]
}

function version<K extends KindName>(
  kind: K,
  subject: string,
  value: Value<K>,
  line: string | null = null,
  department: string | null = null,
): FirstVersion {
  const { schema, seenBy } = kinds[kind]
  return {
    kind,
    subject,
    value: schema.parse(value),
    public: seenBy === 'public',
    line,
    department,
  }
}

function ofLine(line: Line): FirstVersion[] {
  const id = townIds.line(line.code)
  const department = line.department === null ? null : townIds.department(line.department)
  return [
    version('line', id, lineValue(line), id),
    version('emergencyClosure', id, { v: 1, closure: null }, id),
    version('lineOperation', id, operationValue(line), id),
    version('cannedAnswers', id, answersOf(line), id, department),
  ]
}

function lineValue({ name, phone, mail, languages, hours, texts }: Line): Value<'line'> {
  const { emergencyClosure: _, ...ordinary } = hours
  return {
    v: 1,
    name,
    phone,
    mail,
    channels: ['chat', 'call', 'written'],
    languages,
    hours: ordinary,
    texts,
  }
}

function operationValue({ atOnce }: Line): Value<'lineOperation'> {
  const monitoring = {
    staffConsultationDate: null,
    listening: false,
    readingAlong: false,
    recording: false,
    namedFigures: false,
  }
  return { v: 1, atOnce, wrapUpCapSeconds: 120, monitoring }
}

function answersOf(line: Line): Value<'cannedAnswers'> {
  const answers = cannedAnswers
    .filter((answer) => answer.line === null || answer.line === line.code)
    .map(({ code, title, text }) => ({ id: code, title, body: text }))
  return { v: 1, answers }
}

function queueValue(queue: QueueSettings): Value<'queue'> {
  const { code: _, line: __, unknown: takesUnknown, themes: codes, overflow, ...rest } = queue
  return {
    v: 1,
    ...rest,
    themes: codes.map(townIds.theme),
    takesUnknown,
    overflow: overflow.map(({ afterSeconds, to }) => ({
      afterSeconds,
      to:
        'queue' in to
          ? { queue: townIds.queue(to.queue) }
          : { operator: townIds.operator(to.operator) },
    })),
  }
}
