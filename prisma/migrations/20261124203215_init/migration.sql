-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "guest" BOOLEAN NOT NULL,
    "zone" TEXT NOT NULL,
    "rolloverHour" SMALLINT NOT NULL DEFAULT 4,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Base" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "currentNumber" INTEGER NOT NULL,

    CONSTRAINT "Base_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BaseVersion" (
    "baseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BaseVersion_pkey" PRIMARY KEY ("baseId","number")
);

-- CreateTable
CREATE TABLE "Preset" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "currentVersionId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Preset_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "PresetVersion" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "presetId" UUID NOT NULL,
    "options" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PresetVersion_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Deck" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parentId" UUID,
    "presetId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "newPerDay" INTEGER,
    "reviewsPerDay" INTEGER,
    "baseId" TEXT,
    "baseNumber" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deck_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Note" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "source" JSONB,
    "topic" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Note_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Card" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "noteId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "factIds" TEXT[],
    "place" INTEGER NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'new',
    "step" SMALLINT,
    "dueDay" DATE,
    "dueAt" TIMESTAMPTZ(3),
    "position" INTEGER,
    "stability" DOUBLE PRECISION,
    "difficulty" DOUBLE PRECISION,
    "reps" INTEGER NOT NULL DEFAULT 0,
    "lapses" INTEGER NOT NULL DEFAULT 0,
    "firstDay" DATE,
    "lastDay" DATE,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "buriedUntilDay" DATE,
    "flag" SMALLINT NOT NULL DEFAULT 0,
    "marked" BOOLEAN NOT NULL DEFAULT false,
    "head" UUID,
    "parametersId" UUID,
    "foldVersion" INTEGER NOT NULL DEFAULT 1,
    "cursor" INTEGER NOT NULL DEFAULT 0,
    "withdrawnBy" INTEGER,
    "withdrawnReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Card_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Event" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cardId" UUID,
    "group" UUID NOT NULL,
    "device" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "rolloverHour" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "studyDay" DATE NOT NULL,
    "cursor" INTEGER NOT NULL,
    "after" UUID,
    "nextPhase" TEXT,
    "nextStep" SMALLINT,
    "nextMs" INTEGER,
    "nextDays" INTEGER,
    "nextPosition" INTEGER,
    "presetVersion" UUID,
    "rating" SMALLINT,
    "tookMs" INTEGER,
    "seenPhase" TEXT,
    "seenStability" DOUBLE PRECISION,
    "seenDifficulty" DOUBLE PRECISION,
    "seenElapsedDays" INTEGER,
    "seenRecall" DOUBLE PRECISION,
    "seenIntervalDays" DOUBLE PRECISION,
    "practice" BOOLEAN,
    "suspends" BOOLEAN,
    "confidence" TEXT,
    "variant" SMALLINT,
    "pointsTicked" SMALLINT,
    "why" TEXT,
    "keepCounts" BOOLEAN,
    "stability" DOUBLE PRECISION,
    "difficulty" DOUBLE PRECISION,
    "reps" INTEGER,
    "lapses" INTEGER,
    "suspended" BOOLEAN,
    "buried" BOOLEAN,
    "flag" SMALLINT,
    "marked" BOOLEAN,
    "target" UUID,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Cursor" (
    "userId" UUID NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Cursor_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "PresetVersion_userId_presetId_idx" ON "PresetVersion"("userId", "presetId");

-- CreateIndex
CREATE INDEX "Deck_userId_parentId_idx" ON "Deck"("userId", "parentId");

-- CreateIndex
CREATE INDEX "Deck_userId_presetId_idx" ON "Deck"("userId", "presetId");

-- CreateIndex
CREATE INDEX "Card_userId_deckId_idx" ON "Card"("userId", "deckId");

-- CreateIndex
CREATE INDEX "Card_userId_dueDay_idx" ON "Card"("userId", "dueDay") WHERE (NOT suspended AND "deletedAt" IS NULL AND "withdrawnBy" IS NULL AND "dueDay" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Card_userId_dueAt_idx" ON "Card"("userId", "dueAt") WHERE (NOT suspended AND "deletedAt" IS NULL AND "withdrawnBy" IS NULL AND "dueAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Card_userId_deckId_position_idx" ON "Card"("userId", "deckId", "position") WHERE (NOT suspended AND "deletedAt" IS NULL AND "withdrawnBy" IS NULL AND "position" IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Card_userId_noteId_key_key" ON "Card"("userId", "noteId", "key");

-- CreateIndex
CREATE INDEX "Event_userId_cardId_idx" ON "Event"("userId", "cardId");

-- CreateIndex
CREATE INDEX "Event_userId_group_idx" ON "Event"("userId", "group");

-- CreateIndex
CREATE INDEX "Event_userId_target_idx" ON "Event"("userId", "target") WHERE (target IS NOT NULL);

-- CreateIndex
CREATE INDEX "Event_userId_device_seq_idx" ON "Event"("userId", "device", "seq");

-- CreateIndex
CREATE INDEX "Event_userId_studyDay_idx" ON "Event"("userId", "studyDay");

-- CreateIndex
CREATE UNIQUE INDEX "Event_userId_cursor_key" ON "Event"("userId", "cursor");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BaseVersion" ADD CONSTRAINT "BaseVersion_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "Base"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Preset" ADD CONSTRAINT "Preset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PresetVersion" ADD CONSTRAINT "PresetVersion_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PresetVersion" ADD CONSTRAINT "PresetVersion_userId_presetId_fkey" FOREIGN KEY ("userId", "presetId") REFERENCES "Preset"("userId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Deck" ADD CONSTRAINT "Deck_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deck" ADD CONSTRAINT "Deck_userId_presetId_fkey" FOREIGN KEY ("userId", "presetId") REFERENCES "Preset"("userId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Deck" ADD CONSTRAINT "Deck_userId_parentId_fkey" FOREIGN KEY ("userId", "parentId") REFERENCES "Deck"("userId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_userId_noteId_fkey" FOREIGN KEY ("userId", "noteId") REFERENCES "Note"("userId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_userId_deckId_fkey" FOREIGN KEY ("userId", "deckId") REFERENCES "Deck"("userId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_userId_cardId_fkey" FOREIGN KEY ("userId", "cardId") REFERENCES "Card"("userId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Cursor" ADD CONSTRAINT "Cursor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say: the shapes that make illegal rows impossible.

ALTER TABLE "User"
    ADD CONSTRAINT "User_rolloverHour_check" CHECK ("rolloverHour" BETWEEN 0 AND 23);

ALTER TABLE "Card"
    ADD CONSTRAINT "Card_kind_check" CHECK ("kind" IN ('question', 'cloze', 'list')),
    ADD CONSTRAINT "Card_phase_check" CHECK ("phase" IN ('new', 'learning', 'review', 'relearning')),
    ADD CONSTRAINT "Card_step_check" CHECK (("step" IS NOT NULL) = ("phase" IN ('learning', 'relearning'))),
    ADD CONSTRAINT "Card_due_check" CHECK (num_nonnulls("dueDay", "dueAt", "position") = 1),
    ADD CONSTRAINT "Card_position_check" CHECK (("position" IS NOT NULL) = ("phase" = 'new')),
    ADD CONSTRAINT "Card_memory_check" CHECK (("stability" IS NULL) = ("difficulty" IS NULL)),
    ADD CONSTRAINT "Card_counts_check" CHECK ("reps" >= 0 AND "lapses" >= 0),
    ADD CONSTRAINT "Card_flag_check" CHECK ("flag" BETWEEN 0 AND 7);

-- Each kind of event fills its own columns, and no other.
ALTER TABLE "Event"
    ADD CONSTRAINT "Event_kind_check" CHECK ("kind" IN ('answer', 'place', 'reset', 'restore', 'mark', 'void')),
    ADD CONSTRAINT "Event_card_check" CHECK (("cardId" IS NULL) = ("kind" = 'void')),
    ADD CONSTRAINT "Event_rolloverHour_check" CHECK ("rolloverHour" BETWEEN 0 AND 23),
    ADD CONSTRAINT "Event_next_check" CHECK (
        CASE
            WHEN "kind" NOT IN ('answer', 'place', 'restore') THEN num_nonnulls("nextPhase", "nextStep", "nextMs", "nextDays", "nextPosition") = 0
            WHEN "nextPhase" = 'new' THEN "nextPosition" >= 0 AND num_nonnulls("nextStep", "nextMs", "nextDays") = 0
            WHEN "nextPhase" = 'review' THEN "nextDays" >= 0 AND num_nonnulls("nextStep", "nextMs", "nextPosition") = 0
            WHEN "nextPhase" IN ('learning', 'relearning') THEN "nextStep" >= 0 AND num_nonnulls("nextMs", "nextDays") = 1 AND "nextPosition" IS NULL
            ELSE false
        END IS TRUE),
    ADD CONSTRAINT "Event_answer_check" CHECK (
        CASE WHEN "kind" = 'answer'
            THEN "rating" BETWEEN 1 AND 4 AND "tookMs" >= 0 AND "seenPhase" IS NOT NULL AND "variant" >= 0
                AND num_nonnulls("rating", "tookMs", "practice", "suspends", "variant") = 5
            ELSE num_nonnulls("rating", "tookMs", "practice", "suspends", "variant", "confidence", "pointsTicked", "seenPhase",
                "seenStability", "seenDifficulty", "seenElapsedDays", "seenRecall", "seenIntervalDays") = 0
        END),
    ADD CONSTRAINT "Event_confidence_check" CHECK ("confidence" IN ('sure', 'unsure')),
    ADD CONSTRAINT "Event_presetVersion_check" CHECK (("presetVersion" IS NOT NULL) = ("kind" IN ('answer', 'place'))),
    ADD CONSTRAINT "Event_after_check" CHECK ("after" IS NULL OR "kind" IN ('answer', 'place', 'reset', 'restore')),
    ADD CONSTRAINT "Event_why_check" CHECK (CASE WHEN "kind" = 'place' THEN "why" IS NOT NULL AND "why" IN ('chosen', 'reschedule') ELSE "why" IS NULL END),
    ADD CONSTRAINT "Event_reset_check" CHECK (("keepCounts" IS NOT NULL) = ("kind" = 'reset')),
    ADD CONSTRAINT "Event_restore_check" CHECK (
        CASE WHEN "kind" = 'restore'
            THEN num_nonnulls("reps", "lapses") = 2 AND ("stability" IS NULL) = ("difficulty" IS NULL)
            ELSE num_nonnulls("reps", "lapses", "stability", "difficulty") = 0
        END),
    ADD CONSTRAINT "Event_mark_check" CHECK (
        num_nonnulls("suspended", "buried", "flag", "marked") = CASE WHEN "kind" = 'mark' THEN 1 ELSE 0 END),
    ADD CONSTRAINT "Event_flag_check" CHECK ("flag" BETWEEN 0 AND 7),
    ADD CONSTRAINT "Event_void_check" CHECK (("target" IS NOT NULL) = ("kind" = 'void'));

-- Each answer updates its card's row and what it is due by: room on the page, and a vacuum that comes early.
ALTER TABLE "Card" SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
