-- Both are trusted: whoever may create in the database may add them. See docs/decisions/0012.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "textRead" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "NoteText" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "fronts" JSONB NOT NULL,

    CONSTRAINT "NoteText_pkey" PRIMARY KEY ("userId","id")
);

-- CreateIndex
CREATE INDEX "Card_userId_createdAt_place_id_idx" ON "Card"("userId", "createdAt", "place", "id");

-- CreateIndex
CREATE INDEX "NoteText_userId_words_idx" ON "NoteText" USING GIN ("userId" uuid_ops, "words" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Note_userId_id_idx" ON "Note"("userId", "id") WHERE (NOT "textRead");

-- AddForeignKey
ALTER TABLE "NoteText" ADD CONSTRAINT "NoteText_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteText" ADD CONSTRAINT "NoteText_userId_id_fkey" FOREIGN KEY ("userId", "id") REFERENCES "Note"("userId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Acts on many cards are changes, too.
ALTER TABLE "Change"
    DROP CONSTRAINT "Change_kind_check",
    ADD CONSTRAINT "Change_kind_check" CHECK ("kind" IN ('edit-deck', 'delete-deck', 'edit-note', 'delete-note', 'move-notes', 'tag-notes',
        'suspend-cards', 'delete-notes'));
