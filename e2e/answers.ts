/** Answers made outside a browser, as a page would make them, and sent with what cookie and claims one likes. */
import type { APIRequestContext, APIResponse } from '@playwright/test'
import type { Rating } from '#lib/core/card.ts'
import type { MadeEvent } from '#lib/core/event.ts'
import { type BatchAnswer, decodeCard, encodeMade, type QueueAnswer, type ReviewCard, type WireMadeEvent } from '#lib/core/wire.ts'
import { Device } from '#lib/study/testing.ts'
import { type Guest, makeGuest, sharedUrl } from './learners.ts'

const cookieOf = ({ cookie }: Guest) => `${cookie.name}=${cookie.value}`

/** A learner at work without a page: one device, and the request headers of a page of ours. */
export class Sender {
  readonly device: Device

  constructor(
    readonly request: APIRequestContext,
    readonly guest: Guest,
  ) {
    this.device = new Device(guest.learner)
  }

  async cards(): Promise<ReviewCard[]> {
    const response = await this.request.get(`${sharedUrl()}/api/queue`, { headers: { cookie: cookieOf(this.guest) } })
    return ((await response.json()) as QueueAnswer).cards.map(decodeCard)
  }

  answer(card: ReviewCard, rating: Rating = 3): Promise<MadeEvent> {
    return this.device.answer(card, rating, Date.now())
  }

  /** The batch of docs/api.md. */
  batch(events: readonly WireMadeEvent[]) {
    const { learner, id } = this.device
    return { formatVersion: 1, learner: learner.id as string, device: id as string, sentAt: new Date().toISOString(), events }
  }

  /** Any body at all; `headers` replace those of a page of ours. */
  post(body: unknown, headers: Record<string, string> = {}): Promise<APIResponse> {
    const data = typeof body === 'string' ? body : JSON.stringify(body)
    const ours = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: cookieOf(this.guest) }
    return this.request.post(`${sharedUrl()}/api/events`, { data, headers: { ...ours, ...headers } })
  }

  async send(...events: MadeEvent[]): Promise<BatchAnswer> {
    const response = await this.post(this.batch(events.map(encodeMade)))
    if (!response.ok()) throw new Error(`The server answered ${response.status()}: ${await response.text()}`)
    return (await response.json()) as BatchAnswer
  }
}

/** A new learner's sender, with an answer that it has not sent, alone and in its batch. */
export async function senderOf(request: APIRequestContext) {
  const made = new Sender(request, await makeGuest())
  const [card] = await made.cards()
  if (!card) throw new Error('A new learner has cards.')
  const event = encodeMade(await made.answer(card))
  return { made, event, batch: made.batch([event]) }
}
