-- What Prisma cannot say: many notes are added in one act, which one undo takes back.
ALTER TABLE "Change"
    DROP CONSTRAINT "Change_kind_check",
    ADD CONSTRAINT "Change_kind_check" CHECK ("kind" IN ('edit-deck', 'delete-deck', 'edit-note', 'delete-note', 'move-notes', 'tag-notes',
        'suspend-cards', 'delete-notes', 'add-notes'));
