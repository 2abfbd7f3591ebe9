-- AlterTable
ALTER TABLE "User" ADD COLUMN     "daysOff" JSONB NOT NULL DEFAULT '{"settledTo": null, "rests": []}',
ADD COLUMN     "name" TEXT;

-- What Prisma cannot say.
ALTER TABLE "User"
    ADD CONSTRAINT "User_name_check" CHECK (char_length("name") BETWEEN 1 AND 60),
    ADD CONSTRAINT "User_daysOff_check" CHECK (COALESCE(jsonb_typeof("daysOff" -> 'rests') = 'array', false));
