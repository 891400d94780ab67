-- Makes the two roles of Countersign on a PostgreSQL server, for whoever administers it. Run as a superuser:
--   psql -v owner_password="'…'" -v app_password="'…'" -f deploy/roles.sql
-- Then: DATABASE_OWNER_URL=postgresql://countersign_owner:…@host/countersign  DATABASE_URL=postgresql://countersign_app:…@host/countersign
CREATE ROLE countersign_owner LOGIN PASSWORD :owner_password;
CREATE ROLE countersign_app LOGIN PASSWORD :app_password;
GRANT countersign_app TO countersign_owner;
CREATE DATABASE countersign OWNER countersign_owner ENCODING 'UTF8' TEMPLATE template0;
