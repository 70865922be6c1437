import pg from 'pg'
import type { DatabaseAddress } from '#kernel/database'

/**
 * No event about an asset that lies on a site may be said without its site: who may see only a part of the tree would
 * not hear of it. The database of a test house refuses such an event, so every write of every test is held to it.
 */
export async function refuseUnplaced({ owner }: Pick<DatabaseAddress, 'owner'>): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(`
      create function kernel.refuse_unplaced() returns trigger language plpgsql security definer as $$
      begin
        if new.place_id is null and exists (
          select from estate.assets where id = (new.payload ->> 'assetId')::uuid and site_id is not null) then
          raise exception 'the event % is about an asset and does not say its site', new.type;
        end if;
        return new;
      end $$;
      create trigger refuse_unplaced before insert on kernel.outbox
        for each row execute function kernel.refuse_unplaced()`)
  } finally {
    await client.end()
  }
}
