const { parCatch, seq } = require('@orkestra/core')
const { defineError, handlers } = require('@orkestra/handler')

const OutOfStock = defineError('OutOfStock')

const { reserve, price, charge } = handlers(
  { entry: __filename },
  {
    reserve: async ({ id }) => {
      if (id === 'unicorn') throw new OutOfStock('no unicorns left')
      return { id, shelf: 7 }
    },
    price: async ({ id }) => ({ id, cents: 314 }),
    charge: async ({ cents }) => ({ charged: cents }),
  },
)

module.exports = {
  OutOfStock,
  reserve,
  price,
  charge,
  order: seq(reserve, price, charge),
  both: parCatch(reserve, price),
}
