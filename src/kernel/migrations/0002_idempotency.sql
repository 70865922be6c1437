-- Operations that run as the system keep keys too, and an action that was refused gives its key back.
grant insert, update on kernel.idempotency to vigie_all;
grant delete on kernel.idempotency to vigie_app;
