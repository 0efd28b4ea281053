export const help = `
npm start                 starts everything: installs, makes the database, loads the invented town,
                          builds the pages and serves them on http://localhost:1700
npm start -- --empty      starts an installation without the town; staff sign in with OIDC_ISSUER,
                          and whoever has the address ADMIN_EMAIL is the first administrator
npm start -- --help       shows this

PORT=1701 npm start       any setting by environment, or in a file .env: .env.example has them all
npm test                  runs every check and every test
`
