-- AlterTable
ALTER TABLE "Cursor" ADD COLUMN     "rollupVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "DayRollup" (
    "userId" UUID NOT NULL,
    "id" DATE NOT NULL,
    "answers" INTEGER NOT NULL,
    "tookMs" DOUBLE PRECISION NOT NULL,
    "introduced" INTEGER NOT NULL,
    "youngReviews" INTEGER NOT NULL,
    "youngRecalled" INTEGER NOT NULL,
    "matureReviews" INTEGER NOT NULL,
    "matureRecalled" INTEGER NOT NULL,
    "predicted" INTEGER[],
    "predictedRecalled" INTEGER[],
    "predictedMillionths" DOUBLE PRECISION[],
    "seenAgain" INTEGER NOT NULL,
    "seenAgainMillionths" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "DayRollup_pkey" PRIMARY KEY ("userId","id")
);

-- AddForeignKey
ALTER TABLE "DayRollup" ADD CONSTRAINT "DayRollup_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A day has its three sums for each bin of predicted recall.
ALTER TABLE "DayRollup" ADD CONSTRAINT "DayRollup_bins" CHECK (
  "predicted" IS NOT NULL
  AND coalesce(cardinality("predictedRecalled") = cardinality("predicted"), false)
  AND coalesce(cardinality("predictedMillionths") = cardinality("predicted"), false)
);
