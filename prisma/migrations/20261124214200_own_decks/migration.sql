-- AlterTable
ALTER TABLE "Deck" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "kind" TEXT,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Change" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Change_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Media" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("userId","id")
);

-- CreateIndex
CREATE INDEX "Change_userId_subject_createdAt_idx" ON "Change"("userId", "subject", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Media_userId_hash_key" ON "Media"("userId", "hash");

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "Deck"
    ADD CONSTRAINT "Deck_version_check" CHECK ("version" >= 1);

ALTER TABLE "Note"
    ADD CONSTRAINT "Note_kind_check" CHECK ("kind" IN ('question', 'both', 'cloze', 'list')),
    ADD CONSTRAINT "Note_version_check" CHECK ("version" >= 1);

ALTER TABLE "Change"
    ADD CONSTRAINT "Change_kind_check" CHECK ("kind" IN ('edit-deck', 'delete-deck', 'edit-note', 'delete-note'));

ALTER TABLE "Media"
    ADD CONSTRAINT "Media_hash_check" CHECK ("hash" = encode(sha256("bytes"), 'hex')),
    ADD CONSTRAINT "Media_type_check" CHECK ("type" IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
    ADD CONSTRAINT "Media_size_check" CHECK ("size" > 0 AND "size" = octet_length("bytes"));
