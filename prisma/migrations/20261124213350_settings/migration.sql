-- AlterTable
ALTER TABLE "User" ADD COLUMN     "preferences" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "settingsVersion" INTEGER NOT NULL DEFAULT 0;

-- What Prisma cannot say.
ALTER TABLE "User"
    ADD CONSTRAINT "User_preferences_check" CHECK (jsonb_typeof("preferences") = 'object'),
    ADD CONSTRAINT "User_settingsVersion_check" CHECK ("settingsVersion" >= 0);
