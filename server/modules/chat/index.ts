// The door of `chat`: a citizen writes, an agent answers.
export { type ChatSettings, createChat } from './chat.ts'
export { eraseChat } from './erase-texts.ts'
