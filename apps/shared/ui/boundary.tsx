import { Component, type ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'

type BoundaryProps = {
  children: ReactNode
  /** Tells the server what broke; gives the number that finds it in the log. */
  report?: (error: unknown) => string
}

type BoundaryState = { isBroken: boolean; number?: string }

/** When a page breaks, it says so instead of going blank. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { isBroken: false }

  static getDerivedStateFromError(): BoundaryState {
    return { isBroken: true }
  }

  override componentDidCatch(error: unknown): void {
    const number = this.props.report?.(error)
    if (number) this.setState({ number })
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return <ErrorState number={this.state.number} onRetry={() => location.reload()} />
  }
}
