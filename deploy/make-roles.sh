#!/bin/sh
# Run once by the PostgreSQL image on an empty volume: both accounts and the database, by the same script as elsewhere.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v owner_password="'$OWNER_PASSWORD'" -v app_password="'$APP_PASSWORD'" -f /roles.sql
