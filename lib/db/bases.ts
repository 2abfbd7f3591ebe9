// Decks as shipped: what a fact base generated, version by version. Nobody's rows, the same for every learner.

import type { GeneratedBase } from '#lib/core/generate/generated.ts'
import { database, type Prisma, type Reader } from './client.ts'

export type ShippedBase = { number: number; content: GeneratedBase }

/** Puts a version behind the current one where its content is new; the number of the version that is current afterwards. */
export async function shipBase(content: GeneratedBase, hash: string, now: number): Promise<number> {
  return database().$transaction(async (tx) => {
    await tx.base.upsert({
      where: { id: content.id },
      create: { id: content.id, title: content.title, currentNumber: 0 },
      update: { title: content.title },
    })
    // Two servers that start at once would both ship the same version: the row is the lock.
    await tx.$queryRaw`SELECT 1 FROM "Base" WHERE id = ${content.id} FOR UPDATE`
    const { currentNumber } = await tx.base.findUniqueOrThrow({ where: { id: content.id } })
    const current = await tx.baseVersion.findUnique({ where: { baseId_number: { baseId: content.id, number: currentNumber } } })
    if (current?.hash === hash) return currentNumber
    const number = currentNumber + 1
    await tx.baseVersion.create({
      data: {
        baseId: content.id,
        number,
        label: String(content.version),
        hash,
        content: content as unknown as Prisma.InputJsonValue,
        createdAt: new Date(now),
      },
    })
    await tx.base.update({ where: { id: content.id }, data: { currentNumber: number } })
    return number
  })
}

export async function currentBase(tx: Reader, baseId: string): Promise<ShippedBase | null> {
  const base = await tx.base.findUnique({ where: { id: baseId } })
  return base === null ? null : baseVersion(tx, baseId, base.currentNumber)
}

export async function baseVersion(tx: Reader, baseId: string, number: number): Promise<ShippedBase | null> {
  const row = await tx.baseVersion.findUnique({ where: { baseId_number: { baseId, number } }, select: { content: true } })
  return row === null ? null : { number, content: row.content as unknown as GeneratedBase }
}
