/** How long the words of a conversation are kept, as the citizen is told. */
const keepDays = 30

/** When words written at `at` are erased; epoch ms. */
export function deleteAfter(at: number): number {
  return at + keepDays * 86_400_000
}
