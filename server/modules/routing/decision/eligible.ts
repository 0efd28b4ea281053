import type { Agent, Language, Queue, SkillMinimum } from './world.ts'

/** What somebody must be to take a contact, apart from being free. */
export type Requirement = {
  readonly operators: readonly string[]
  /** Null where the line itself has decided who may: an overflow, a transfer. */
  readonly line: string | null
  readonly skills: readonly SkillMinimum[]
  readonly language: Language | null
  /** Set when it is held for one colleague. */
  readonly agent: string | null
}

/** Served by its own agents. */
export function ownAgents(queue: Queue, language: Language): Requirement {
  const { operators, line, skills } = queue
  return { operators, line, skills, language, agent: null }
}

/** Served by another operator: the overflow opens the line to them, the skills stay required. */
export function otherOperator(queue: Queue, operator: string, language: Language): Requirement {
  return { operators: [operator], line: null, skills: queue.skills, language, agent: null }
}

/**
 * Held for a colleague. A person chose them, so skills and language are not asked again; they must
 * still work for an operator that the queue can reach.
 */
export function oneColleague(operators: readonly string[], agent: string): Requirement {
  return { operators, line: null, skills: [], language: null, agent }
}

/** The sum of the agent's levels in the skills asked; null when one of them is not met. */
export function levelsOf(agent: Agent, asked: Requirement): number | null {
  if (asked.agent !== null && asked.agent !== agent.id) return null
  if (asked.line !== null && !agent.lines.has(asked.line)) return null
  if (!asked.operators.includes(agent.operator)) return null
  if (asked.language !== null && !agent.skills.has(`lang:${asked.language}`)) return null
  let sum = 0
  for (const { skill, level } of asked.skills) {
    const has = agent.skills.get(skill) ?? 0
    if (has < level) return null
    sum += has
  }
  return sum
}

/** Whether two states of an agent are eligible for exactly the same. */
export function sameEligibility(one: Agent, other: Agent): boolean {
  if (one.operator !== other.operator) return false
  return sameSkills(one.skills, other.skills) && sameLines(one.lines, other.lines)
}

function sameLines(one: Agent['lines'], other: Agent['lines']): boolean {
  if (one === other) return true
  if (one.size !== other.size) return false
  for (const line of one) if (!other.has(line)) return false
  return true
}

function sameSkills(one: Agent['skills'], other: Agent['skills']): boolean {
  if (one === other) return true
  if (one.size !== other.size) return false
  for (const [skill, level] of one) if (other.get(skill) !== level) return false
  return true
}
