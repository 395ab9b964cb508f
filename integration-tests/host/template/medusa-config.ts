import { defineConfig } from "@medusajs/framework/utils"

const port = process.env.PORT ?? "9000"

// An ordinary store that already has the platform's loyalty plugin, and adds ours.
export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: {},
    http: {
      storeCors: `http://localhost:${port}`,
      adminCors: `http://localhost:${port}`,
      authCors: `http://localhost:${port}`,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
    // The test opens the admin over plain http.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  plugins: [
    { resolve: "@medusajs/loyalty-plugin", options: {} },
    { resolve: "medusa-plugin-memberships", options: { default_time_zone: "Europe/Berlin" } },
  ],
})
