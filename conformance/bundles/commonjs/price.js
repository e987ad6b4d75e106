const jsonwebtoken = require('jsonwebtoken')

exports.handler = async ({ id }) => ({ id, token: typeof jsonwebtoken.sign, place: typeof __dirname })
